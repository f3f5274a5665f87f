/// The commands themselves, one class each, and how their results look.
@NullMarked
package dev.upswell.server.cli.command;

import org.jspecify.annotations.NullMarked;
