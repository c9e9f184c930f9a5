"""A client of the language server for YAML: opens documents, hears the diagnostics, asks what could
stand at a place. One request at a time, over the standard streams."""
import json
import subprocess


class Server:
    def __init__(self, node, modules, workspace):
        program = modules / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
        self.settings = json.loads((workspace / ".vscode" / "settings.json").read_text())
        self.workspace = workspace
        self.last = 0
        self.diagnostics = {}
        self.process = subprocess.Popen([node, program, "--stdio"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        folder = {"uri": workspace.as_uri(), "name": "pagella"}
        self.ask("initialize", {
            "processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder],
            "capabilities": {"workspace": {"configuration": True, "workspaceFolders": True},
                             "textDocument": {"completion": {"completionItem": {"snippetSupport": False}}}}})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {}})

    def close(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(timeout=30)

    # --- messages ---

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def receive(self):
        length = None
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the language server has ended")
            if line == b"\r\n":
                return json.loads(self.process.stdout.read(length))
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)

    def handle(self, message):
        """What the server asks or tells by itself."""
        if message["method"] == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        if "id" not in message:
            return
        result = None
        if message["method"] == "workspace/configuration":
            result = [self.section(item["section"]) for item in message["params"]["items"]]
        self.send({"id": message["id"], "result": result})

    def section(self, name):
        """The settings below a name, as an editor hands them out: yaml.schemas becomes schemas."""
        if name != "yaml":
            return {}
        own = {key[len("yaml."):]: value for key, value in self.settings.items()
               if key.startswith("yaml.")}
        return {"validate": True, "completion": True, "hover": True,
                "schemaStore": {"enable": False}, **own}

    def ask(self, method, params):
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        while True:
            message = self.receive()
            if "method" in message:
                self.handle(message)
            elif message["id"] == self.last:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']}")
                return message["result"]

    # --- documents ---

    def open(self, path, text):
        uri = path.as_uri()
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        return uri

    def judge(self, path, text):
        """The diagnostics of a document: (line, message), lines from 1. Each path once: closing a
        document publishes an empty list, which would be taken for that of the next."""
        uri = self.open(path, text)
        while uri not in self.diagnostics:
            self.handle(self.receive())
        found = [(d["range"]["start"]["line"] + 1, d["message"]) for d in self.diagnostics[uri]]
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        return found

    def complete(self, path, text, line, column):
        """What may stand at a place, counted from 1: the labels."""
        uri = self.open(path, text)
        result = self.ask("textDocument/completion", {
            "textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}})
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        return [item["label"] for item in result["items"]]

    def hover(self, path, text, line, column):
        uri = self.open(path, text)
        result = self.ask("textDocument/hover", {
            "textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}})
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        return result["contents"]["value"] if result else ""
