/// The command alerts: what people should know of, and the rules by which they are alerted.
@NullMarked
package dev.upswell.server.cli.alert;

import org.jspecify.annotations.NullMarked;
