/// What reports are made from.
@NullMarked
package dev.upswell.server.report.source;

import org.jspecify.annotations.NullMarked;
