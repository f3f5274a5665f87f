/// What may be spent at providers, what was spent, and how fast they may be asked.
@NullMarked
package dev.upswell.server.live.spend;

import org.jspecify.annotations.NullMarked;
