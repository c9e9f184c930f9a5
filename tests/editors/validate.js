// Holds documents against schemas with ajv. Reads from standard input a JSON list of
// {schema, document}, paths of files; writes a JSON list of the same length: for each the first
// complaint, or null. Documents are read as YAML 1.2, as editors read them.
"use strict";
const fs = require("fs");
const path = require("path");
const modules = path.join(process.argv[2], "node_modules");
const Ajv = require(path.join(modules, "ajv"));
const YAML = require(path.join(modules, "yaml"));

function compile(file) {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictNumbers: false, strictRequired: false });
  ajv.addKeyword("errorMessage"); // of the language server; nothing to a validator
  return ajv.compile(JSON.parse(fs.readFileSync(file, "utf8")));
}

const schemas = new Map();

function complaint(task) {
  if (!schemas.has(task.schema)) schemas.set(task.schema, compile(task.schema));
  const validate = schemas.get(task.schema);
  const document = YAML.parse(fs.readFileSync(task.document, "utf8"), { version: "1.2" });
  if (validate(document)) return null;
  const error = validate.errors[0];
  return `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`;
}

const tasks = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(tasks.map(complaint)));
