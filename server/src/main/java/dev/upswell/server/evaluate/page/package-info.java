/// The pages of the evaluation loop: how predictions did, day by day, and what each week came to.
@NullMarked
package dev.upswell.server.evaluate.page;

import org.jspecify.annotations.NullMarked;
