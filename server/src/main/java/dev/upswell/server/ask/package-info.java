/// Questions in words, answered from what is stored, with numbers, links and a chart.
@NullMarked
package dev.upswell.server.ask;

import org.jspecify.annotations.NullMarked;
