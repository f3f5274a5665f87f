/// Mappers of files about ads, shops and one's own work: exports that people download, and formats of Upswell's own.
@NullMarked
package dev.upswell.server.collect.trade;

import org.jspecify.annotations.NullMarked;
