/// What runs the engine: stores, importers, REST, pages and the command line.
@NullMarked
package dev.upswell.server;

import org.jspecify.annotations.NullMarked;
