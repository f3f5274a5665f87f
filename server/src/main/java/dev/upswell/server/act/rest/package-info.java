/// What is to be done, for programs.
@NullMarked
package dev.upswell.server.act.rest;

import org.jspecify.annotations.NullMarked;
