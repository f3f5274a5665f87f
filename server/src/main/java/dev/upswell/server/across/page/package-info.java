@NullMarked
package dev.upswell.server.across.page;

import org.jspecify.annotations.NullMarked;
