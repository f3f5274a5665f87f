/// Proposed versions of prompts for programs.
@NullMarked
package dev.upswell.server.refine.rest;

import org.jspecify.annotations.NullMarked;
