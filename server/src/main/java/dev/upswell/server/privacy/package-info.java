/// Where personal data lie, and how they are handed out and erased, with proof.
@NullMarked
package dev.upswell.server.privacy;

import org.jspecify.annotations.NullMarked;
