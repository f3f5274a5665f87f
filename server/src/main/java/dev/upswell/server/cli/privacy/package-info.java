/// Personal data from the command line.
@NullMarked
package dev.upswell.server.cli.privacy;

import org.jspecify.annotations.NullMarked;
