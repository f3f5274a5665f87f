/// Tasks as cards of Trello.
@NullMarked
package dev.upswell.server.integrate.trello;

import org.jspecify.annotations.NullMarked;
