/* Text inside XML. */
#ifndef PAG_BASE_XML_H
#define PAG_BASE_XML_H

#include "base/text.h"

/* Appends `text` so that it can stand between tags. What XML 1.0 cannot hold at all (most control
 * characters, bytes that are no UTF-8) becomes U+FFFD. */
void pag_xml_put(pag_text *out, pag_str text);
/* ` name="text"`; line ends survive. */
void pag_xml_put_attribute(pag_text *out, pag_str name, pag_str text);
void pag_xml_put_count(pag_text *out, pag_str name, size_t n);

#endif
