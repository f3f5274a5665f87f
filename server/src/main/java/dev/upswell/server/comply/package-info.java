/// Who may be asked and what may be kept: terms of sources, robots rules, the cleaning of contacts and private accounts, the
/// audit trail, and how long things are kept.
@NullMarked
package dev.upswell.server.comply;

import org.jspecify.annotations.NullMarked;
