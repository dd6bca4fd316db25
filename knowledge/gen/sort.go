package main

import "sort"

func sortPeople(list []*person) {
	sort.Slice(list, func(i, j int) bool { return list[i].id < list[j].id })
}

func sortPairs(list [][2]string) {
	sort.Slice(list, func(i, j int) bool {
		return list[i][0] < list[j][0] || list[i][0] == list[j][0] && list[i][1] < list[j][1]
	})
}
