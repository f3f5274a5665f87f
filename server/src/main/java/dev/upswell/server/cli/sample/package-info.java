/// The bundled sample: its files, and its way through the whole loop.
@NullMarked
package dev.upswell.server.cli.sample;

import org.jspecify.annotations.NullMarked;
