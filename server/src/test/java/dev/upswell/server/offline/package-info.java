/// Tests that forbid the network.
@NullMarked
package dev.upswell.server.offline;

import org.jspecify.annotations.NullMarked;
