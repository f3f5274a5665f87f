/// The command for facts about ads and shops.
@NullMarked
package dev.upswell.server.cli.commerce;

import org.jspecify.annotations.NullMarked;
