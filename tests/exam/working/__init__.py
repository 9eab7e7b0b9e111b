"""The working of the exams over tables: every expected value worked out again from the data, apart from the product."""
