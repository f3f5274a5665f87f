/// How far videos will reach: models, forecasts before and after upload, and what came of them.
@NullMarked
package dev.upswell.server.reach;

import org.jspecify.annotations.NullMarked;
