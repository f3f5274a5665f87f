/// What captions say: as vectors, language and keywords, by versions of what was learnt from a tenant's own captions.
///
/// [dev.upswell.server.text.Texts] is what others work with.
@NullMarked
package dev.upswell.server.text;

import org.jspecify.annotations.NullMarked;
