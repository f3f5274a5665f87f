/// On which threads requests are answered.
@NullMarked
package dev.upswell.server.web.serving;

import org.jspecify.annotations.NullMarked;
