/// Analyses of errors for programs.
@NullMarked
package dev.upswell.server.weakness.rest;

import org.jspecify.annotations.NullMarked;
