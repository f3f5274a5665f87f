@NullMarked
package dev.upswell.server.across.rest;

import org.jspecify.annotations.NullMarked;
