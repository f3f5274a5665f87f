/// The command that judges a backtest beside the oracle of a simulated world.
@NullMarked
package dev.upswell.server.cli.judge;

import org.jspecify.annotations.NullMarked;
