/// Endpoints of learnt weights.
@NullMarked
package dev.upswell.server.weigh.rest;

import org.jspecify.annotations.NullMarked;
