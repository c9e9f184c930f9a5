/* Which files of a pack are its own: by their names in the tree, never by where the tree lies. */
#include "pack/pack.h"

pag_str pag_pack_own_file(const pag_pack *pack, size_t i)
{
    uint32_t source;
    pag_str file = pag_pack_file(pack, i, &source), folder = pag_pack_name(pack);
    bool within =
        file.len > folder.len && pag_str_starts(file, folder) && file.at[folder.len] == '/';
    if (!within) return PAG_STR("");
    pag_str name = {file.at + folder.len + 1, file.len - folder.len - 1};
    return pag_str_find(name, '/') == name.len ? name : PAG_STR("");
}

bool pag_pack_owns(const pag_pack *pack, uint32_t source, pag_str *name)
{
    *name = PAG_STR("");
    for (size_t i = 0; i < pag_pack_files(pack) && !name->len; i++) {
        uint32_t from;
        (void)pag_pack_file(pack, i, &from);
        if (from == source) *name = pag_pack_own_file(pack, i);
    }
    return name->len > 0;
}
