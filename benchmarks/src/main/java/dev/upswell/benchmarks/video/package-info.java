/// Windows and metrics of ten million readings of videos, by the engine, by pandas and by DuckDB SQL in one run.
@NullMarked
package dev.upswell.benchmarks.video;

import org.jspecify.annotations.NullMarked;
