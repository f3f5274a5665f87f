/// Endpoints of themes and their labels.
@NullMarked
package dev.upswell.server.theme.rest;

import org.jspecify.annotations.NullMarked;
