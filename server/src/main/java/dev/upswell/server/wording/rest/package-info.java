/// The REST endpoints of prompts and worded texts.
@NullMarked
package dev.upswell.server.wording.rest;

import org.jspecify.annotations.NullMarked;
