/// The command that makes, lists and hands out reports.
@NullMarked
package dev.upswell.server.cli.report;

import org.jspecify.annotations.NullMarked;
