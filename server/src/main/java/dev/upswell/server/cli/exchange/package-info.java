/// Models as files and pushes to other registries, on the command line.
@NullMarked
package dev.upswell.server.cli.exchange;

import org.jspecify.annotations.NullMarked;
