/// Secrets kept encrypted: keys of providers, cookies of sessions, and the master key that seals them.
@NullMarked
package dev.upswell.server.vault;

import org.jspecify.annotations.NullMarked;
