/// Commands on what captions say.
@NullMarked
package dev.upswell.server.cli.text;

import org.jspecify.annotations.NullMarked;
