/// Commands on recommendations.
@NullMarked
package dev.upswell.server.cli.recommend;

import org.jspecify.annotations.NullMarked;
