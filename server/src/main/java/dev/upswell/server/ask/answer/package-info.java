/// One class for each intent, over services that exist.
@NullMarked
package dev.upswell.server.ask.answer;

import org.jspecify.annotations.NullMarked;
