/// Alert rules, for programs.
@NullMarked
package dev.upswell.server.vigil.rest;

import org.jspecify.annotations.NullMarked;
