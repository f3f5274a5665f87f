/// The page about personal data.
@NullMarked
package dev.upswell.server.privacy.page;

import org.jspecify.annotations.NullMarked;
