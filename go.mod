module depesche

go 1.26
