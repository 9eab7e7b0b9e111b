"""Office documents (Word XML, RTF) as the pages that they amount to, for the HTML reader to lay out."""
