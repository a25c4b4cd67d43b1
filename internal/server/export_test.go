package server

// Routes are the methods and patterns of all addresses, for tests.
func Routes() [][2]string {
	var list [][2]string
	for _, r := range routes {
		list = append(list, [2]string{r.method, r.pattern})
	}
	return list
}
