/// Windows and metrics of ten million readings of videos, by the engine, by pandas and by DuckDB SQL in one run; and scores of videos.
@NullMarked
package dev.upswell.benchmarks.video;

import org.jspecify.annotations.NullMarked;
