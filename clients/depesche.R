# A thin client of the Depesche API in one file; it needs the package jsonlite.
#
#   source("depesche.R")
#   r <- depesche("http://127.0.0.1:7845")                 # depesche serve
#   events  <- depesche_table(r, "dyad:BLR,CHN kind:event")
#   claims  <- depesche_table(r, "measure:trade", table = "claims")
#   monthly <- depesche_counts(r, "party:BLR")
#   depesche_get(r, "dyads/BLR/CHN")                       # any answer, as a list
#
# docs/api.md and /api/v1/openapi.json say what can be asked.

depesche <- function(base = "http://127.0.0.1:7845", token = NULL) {
  list(base = sub("/+$", "", base), token = token)
}

# The text of the answer to GET /api/v1/<path>; named arguments are its values,
# as_of standing for as-of.
depesche_text <- function(register, path, ...) {
  values <- Filter(function(v) !is.null(v) && !identical(v, ""), list(...))
  query <- ""
  if (length(values) > 0) {
    parts <- mapply(function(name, value) {
      paste0(gsub("_", "-", name), "=", utils::URLencode(as.character(value), reserved = TRUE))
    }, names(values), values)
    query <- paste0("?", paste(parts, collapse = "&"))
  }
  headers <- if (is.null(register$token)) NULL else c(Authorization = paste("Bearer", register$token))
  connection <- url(paste0(register$base, "/api/v1/", path, query), open = "rb", headers = headers)
  on.exit(close(connection))
  paste(readLines(connection, warn = FALSE, encoding = "UTF-8"), collapse = "\n")
}

# An answer as a list.
depesche_get <- function(register, path, ...) {
  jsonlite::fromJSON(depesche_text(register, path, ...), simplifyVector = FALSE)
}

# Flat rows as a data frame: table is entries, parties, claims, evidence or
# reports. Days are of class Date, numbers and truth values are such; ids, codes
# and texts stay text ("042" is a code).
depesche_table <- function(register, q = "", table = "entries", as_of = NULL) {
  text <- depesche_text(register, "export", q = q, table = table, format = "csv", as_of = as_of)
  rows <- utils::read.csv(text = text, colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE)
  for (name in names(rows)) {
    given <- rows[[name]][!is.na(rows[[name]])]
    if (length(given) == 0 || name == "cameo") {
      next
    }
    if (all(grepl("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", given))) {
      rows[[name]] <- as.Date(rows[[name]])
    } else if (all(given %in% c("true", "false"))) {
      rows[[name]] <- rows[[name]] == "true"
    } else if (!grepl("id$|ids$|^entry$|^report$", name) && all(grepl("^-?[0-9]+([.][0-9]+)?$", given))) {
      rows[[name]] <- as.numeric(rows[[name]])
    }
  }
  rows
}

# Numbers of entries by month, kind and type as a data frame.
depesche_counts <- function(register, q = "", as_of = NULL) {
  counts <- jsonlite::fromJSON(depesche_text(register, "counts", q = q, as_of = as_of))$counts
  if (length(counts) == 0) {
    return(data.frame(year = integer(), month = integer(), kind = character(), type = character(), n = integer()))
  }
  counts
}
