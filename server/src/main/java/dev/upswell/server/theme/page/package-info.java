/// Pages of themes and their labels.
@NullMarked
package dev.upswell.server.theme.page;

import org.jspecify.annotations.NullMarked;
