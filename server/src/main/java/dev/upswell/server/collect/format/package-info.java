/// Reading files of unknown format with bounded memory: compression, text, CSV, JSON lines and JSON documents.
@NullMarked
package dev.upswell.server.collect.format;

import org.jspecify.annotations.NullMarked;
