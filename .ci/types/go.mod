module types

go 1.26
