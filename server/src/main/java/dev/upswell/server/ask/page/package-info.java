/// The page of questions.
@NullMarked
package dev.upswell.server.ask.page;

import org.jspecify.annotations.NullMarked;
