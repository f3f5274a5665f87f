/// The pages of what is to be done.
@NullMarked
package dev.upswell.server.act.page;

import org.jspecify.annotations.NullMarked;
