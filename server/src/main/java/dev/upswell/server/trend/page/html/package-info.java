/// How the trend pages are shown: controllers, tables, sentences, charts and files over what the port answers.
@NullMarked
package dev.upswell.server.trend.page.html;

import org.jspecify.annotations.NullMarked;
