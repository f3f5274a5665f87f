/// How a reader chooses the language of all pages.
@NullMarked
package dev.upswell.server.web.language;

import org.jspecify.annotations.NullMarked;
