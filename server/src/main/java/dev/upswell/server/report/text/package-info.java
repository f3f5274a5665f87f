/// Documents as HTML and Markdown.
@NullMarked
package dev.upswell.server.report.text;

import org.jspecify.annotations.NullMarked;
