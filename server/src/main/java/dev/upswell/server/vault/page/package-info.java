/// The page of keys.
@NullMarked
package dev.upswell.server.vault.page;

import org.jspecify.annotations.NullMarked;
